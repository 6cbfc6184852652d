create table if not exists permit (
  plate text primary key,
  zone text not null,
  valid_until date not null
);
