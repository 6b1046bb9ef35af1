-- What became of the lookups, by sector and in all.
-- Run in a run's folder: duckdb < pipelines/queries/status.sql
WITH listed AS (
  SELECT
    * EXCLUDE sector,
    unnest(['all', sector]) AS sector,
    true AS measured,
    status AS value
  FROM 'tables/attributions.parquet'
), counted AS (
  SELECT *, CASE sector WHEN 'all' THEN stands_for_domain = 'list' ELSE stands_for_domain IS NOT NULL END AS stands FROM listed
), denominators AS (
  SELECT
    sector,
    count(*) FILTER (WHERE measured) AS denominator,
    count(*) FILTER (WHERE measured AND stands) AS domains_denominator,
    sum(population) FILTER (WHERE measured)::BIGINT AS population_denominator
  FROM counted
  GROUP BY sector
)
SELECT
  sector,
  value,
  count(*) AS organisations,
  any_value(denominator) AS denominator,
  CASE WHEN bool_and(measured) THEN round(count(*) / any_value(denominator), 6) END AS share,
  count(*) FILTER (WHERE stands) AS domains,
  any_value(domains_denominator) AS domains_denominator,
  CASE WHEN bool_and(measured) THEN round(count(*) FILTER (WHERE stands) / nullif(any_value(domains_denominator), 0), 6) END AS domains_share,
  sum(population)::BIGINT AS population,
  any_value(population_denominator) AS population_denominator,
  CASE WHEN bool_and(measured) THEN round(sum(population) / nullif(any_value(population_denominator), 0), 6) END AS population_share
FROM counted JOIN denominators USING (sector)
GROUP BY sector, value
ORDER BY sector, organisations DESC, value;
