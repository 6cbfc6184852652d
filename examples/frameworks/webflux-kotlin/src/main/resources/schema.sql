create table if not exists seat (
  show text not null,
  place text not null,
  guest text not null,
  primary key (show, place)
);
