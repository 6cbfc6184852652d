package com.acme.time;

import dev.andon.KeyOperation;
import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireCanaries;

/** The canaries are not on the class path of these tests: their record, and the proofs beside it, tell of them. */
@OperationalReadiness(packages = "com.acme", includeServices = "com.acme..*Service", level = Level.INTEGRATED)
@RequireCanaries(records = "operations/canaries.json")
@KeyOperation(name = "tell the time", route = "GET /time", services = TimeService.class)
class TimeReadinessTest implements ReadinessChecks {}
