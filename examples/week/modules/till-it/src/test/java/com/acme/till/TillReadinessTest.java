package com.acme.till;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(includeServices = "com.acme..*Service", level = Level.INTEGRATED)
class TillReadinessTest implements ReadinessChecks {}
