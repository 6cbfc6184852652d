package com.acme.fares;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

/** Reads what the JVMs before it have written down. */
@OperationalReadiness(includeServices = "com.acme..*Service", level = Level.TESTED)
class FaresReadinessTest implements ReadinessChecks {}
