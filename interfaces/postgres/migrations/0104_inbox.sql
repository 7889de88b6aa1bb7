-- The chats of a boutique and their messages; what was written stays sealed.
CREATE TABLE dukani.inbox_chats (
  boutique_id uuid NOT NULL,
  conversation uuid NOT NULL,
  customer uuid NOT NULL,
  channel text NOT NULL,
  account text NOT NULL,
  opened_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  last_side text NOT NULL,
  last_kind text NOT NULL,
  last_body jsonb,
  waiting uuid[] NOT NULL,
  needs_person boolean NOT NULL,
  reason text,
  shown jsonb NOT NULL,
  superseded boolean NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, conversation)
);
CREATE INDEX inbox_chats_latest ON dukani.inbox_chats (boutique_id, last_at DESC, conversation DESC)
  WHERE NOT superseded;
CREATE TABLE dukani.inbox_messages (
  boutique_id uuid NOT NULL,
  message uuid NOT NULL,
  conversation uuid NOT NULL,
  customer uuid NOT NULL,
  side text NOT NULL,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  position bigint NOT NULL,
  body jsonb,
  picture text,
  choice text,
  cards jsonb NOT NULL,
  delivery text,
  failure text,
  PRIMARY KEY (boutique_id, message)
);
CREATE INDEX inbox_messages_of_customer ON dukani.inbox_messages (boutique_id, customer, position);
SELECT dukani.guard('dukani.inbox_chats');
SELECT dukani.guard('dukani.inbox_messages');
