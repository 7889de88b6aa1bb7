-- What models were asked: each call once, for the owner's bill and the day's budget.
CREATE TABLE dukani.model_calls (
  boutique_id uuid NOT NULL,
  answer uuid NOT NULL,
  day text NOT NULL,
  brain text NOT NULL,
  model text NOT NULL,
  purpose text NOT NULL,
  outcome text NOT NULL,
  failed boolean NOT NULL,
  reused boolean NOT NULL,
  tokens_in bigint NOT NULL,
  tokens_cached bigint NOT NULL,
  tokens_out bigint NOT NULL,
  micro_usd bigint NOT NULL,
  latency_ms bigint NOT NULL,
  PRIMARY KEY (boutique_id, answer)
);
CREATE INDEX model_calls_of_day ON dukani.model_calls (boutique_id, day);
SELECT dukani.guard('dukani.model_calls');

-- Their answers by what they were asked, sealed under the customer's key: a crash costs no second call.
CREATE TABLE dukani.model_answers (
  boutique_id uuid NOT NULL,
  subject uuid NOT NULL,
  question text NOT NULL,
  turn uuid NOT NULL,
  use jsonb NOT NULL,
  box text NOT NULL,
  kept_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (boutique_id, subject, question)
);
CREATE INDEX model_answers_by_age ON dukani.model_answers (boutique_id, kept_at);
SELECT dukani.guard('dukani.model_answers', app_writes => true, auditor_reads => false);
