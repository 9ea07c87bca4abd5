SELECT partman.create_parent('public.events', 'at', '1 month');
