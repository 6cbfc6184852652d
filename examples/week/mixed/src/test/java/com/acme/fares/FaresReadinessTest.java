package com.acme.fares;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequirePyramid;

@OperationalReadiness(includeServices = "com.acme..*Service", level = Level.TESTED)
@RequirePyramid
class FaresReadinessTest implements ReadinessChecks {}
