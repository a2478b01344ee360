-- Answers of a challenger on trial, counted apart from the champion's.
alter table drift_references add column canary_pictures integer not null default 0 check (canary_pictures >= 0);
