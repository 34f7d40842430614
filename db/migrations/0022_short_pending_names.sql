-- A search by name reads what waits to be sorted into the index from its beginning to its end: let it be short.
alter index cases.case_file_name set (gin_pending_list_limit = 256);
