package com.acme.time;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

/** Last to run, and alone, although the classes beside it run at random and at the same time. */
@OperationalReadiness(packages = "com.acme", includeServices = "com.acme..*Service", level = Level.INTEGRATED)
class AllIsReadyTest implements ReadinessChecks {}
