create table if not exists stock (
  code text primary key,
  pieces integer not null
);
