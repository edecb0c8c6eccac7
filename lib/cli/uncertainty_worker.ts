import { serveJobs } from "./jobs.ts";
import { uncertaintyRunner } from "./uncertainty_jobs.ts";

serveJobs(uncertaintyRunner);
