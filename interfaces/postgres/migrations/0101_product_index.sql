-- The catalogue as it is searched.
CREATE TABLE dukani.shelf_products (
  boutique_id uuid NOT NULL,
  product uuid NOT NULL,
  sku text NOT NULL,
  title text NOT NULL,
  title_sw text NOT NULL,
  garment text NOT NULL,
  colours text[] NOT NULL,
  pattern text NOT NULL,
  styles text[] NOT NULL,
  occasions text[] NOT NULL,
  fabrics text[] NOT NULL,
  price bigint NOT NULL,
  currency text NOT NULL,
  concepts text[] NOT NULL,
  search_text text NOT NULL,
  pictures text[] NOT NULL,
  chart jsonb NOT NULL,
  archived boolean NOT NULL,
  listed_at timestamptz NOT NULL,
  revision bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, product)
);
CREATE INDEX shelf_products_latest ON dukani.shelf_products (boutique_id, listed_at DESC, product DESC);
CREATE TABLE dukani.shelf_variants (
  boutique_id uuid NOT NULL,
  variant uuid NOT NULL,
  product uuid NOT NULL,
  size_system text NOT NULL,
  size_value text NOT NULL,
  place bigint NOT NULL,
  on_hand bigint NOT NULL,
  reserved bigint NOT NULL,
  revision bigint NOT NULL,
  version bigint NOT NULL,
  PRIMARY KEY (boutique_id, variant)
);
CREATE INDEX shelf_variants_of_product ON dukani.shelf_variants (boutique_id, product, place);
CREATE INDEX shelf_products_changed ON dukani.shelf_products (boutique_id, revision);
CREATE INDEX shelf_variants_changed ON dukani.shelf_variants (boutique_id, revision);
SELECT dukani.guard('dukani.shelf_products');
SELECT dukani.guard('dukani.shelf_variants');
