create table if not exists parcel (
  code text primary key,
  depot text not null,
  grams integer not null
);
