-- The newest analyses of one value of shear come from the index in their order.
create index analyses_shear_newest on analyses (shear_percent, created_at desc, id desc);
drop index analyses_shear;
