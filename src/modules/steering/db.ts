import type { Pool, PoolClient } from "pg";

export type Db = Pool | PoolClient;
