-- Crafts: where a piece is, what it was sold for, and how its maker was paid.

alter table craft_piece
  add column state text not null default 'made' check (state in ('made', 'consigned', 'shown', 'withdrawn')),
  -- whom it is left with to be sold, or the exhibition it stands at
  add column consigned_to text,
  add column exhibition_id uuid,
  add column since date,
  -- of the price, to its maker, in hundredths of a percent
  add column share_basis_points integer check (share_basis_points between 0 and 10000),
  add column note text,
  add foreign key (tenant_id, exhibition_id) references service (tenant_id, id);

-- Money that a maker was paid for sales, acknowledged.
create table craft_payment (
  tenant_id integer not null,
  id uuid not null,
  project_id uuid not null,
  person_id uuid not null,
  recorded_person_id uuid not null,
  paid_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  means text not null check (means in ('transfer', 'in_person')),
  -- signed on the screen, on paper, or by a fingerprint; by the maker or somebody for them
  acknowledged_by text not null,
  acknowledged_how text not null check (acknowledged_how in ('screen', 'paper', 'fingerprint')),
  kept_at text,
  made_by uuid,
  made_at timestamptz not null default now(),
  undone_reason text,
  undone_by uuid,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, project_id) references project (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, recorded_person_id) references person (tenant_id, id)
);
create index craft_payment_of_person on craft_payment (tenant_id, person_id);
create index craft_payment_of_recorded on craft_payment (tenant_id, recorded_person_id);
select protect_tenant_table('craft_payment', 'select, insert, update');

-- A sale of a piece: the service is of kind craft_sale in the ledger. An imported sale names its piece by number and has no row.
create table craft_sale (
  tenant_id integer not null,
  service_id uuid not null,
  piece_id uuid not null,
  price_fen bigint not null check (price_fen >= 0),
  income_fen bigint not null check (income_fen between 0 and price_fen),
  payment_id uuid,
  undone boolean not null default false,
  primary key (tenant_id, service_id),
  foreign key (tenant_id, service_id) references service (tenant_id, id),
  foreign key (tenant_id, piece_id) references craft_piece (tenant_id, service_id),
  foreign key (tenant_id, payment_id) references craft_payment (tenant_id, id)
);
-- A piece is sold once.
create unique index craft_sale_once on craft_sale (tenant_id, piece_id) where not undone;
select protect_tenant_table('craft_sale', 'select, insert, update');
