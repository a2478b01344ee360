-- What drift is told from, one row an analysis from now on; all null where no face was found. A table of its own: lists of analyses
-- do not read it.
create table picture_measures (
  analysis_id uuid primary key references analyses (id) on delete cascade,
  unsharpness double precision check (unsharpness >= 0),
  burnt_share double precision check (burnt_share between 0 and 1),
  median_luminance double precision check (median_luminance >= 0),
  brightness double precision check (brightness >= 0),
  luminance_range double precision check (luminance_range >= 0),
  -- Single precision, little-endian, in the order that the seeing code of the analysis gives.
  descriptors bytea check (octet_length(descriptors) % 4 = 0),
  check (num_nulls(unsharpness, burnt_share, median_luminance, brightness, luminance_range, descriptors) in (0, 6))
);
