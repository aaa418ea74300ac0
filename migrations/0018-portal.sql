-- The role of the public pages: it may read what was published, and nothing else. Row security binds it as it does the app.
grant select on tenant_directory, published_bulletin, published_notice, published_figure, published_bulletin_figure, link_host
  to nuanyang_portal;
