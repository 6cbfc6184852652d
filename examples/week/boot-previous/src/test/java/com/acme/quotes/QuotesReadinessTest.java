package com.acme.quotes;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(packagesOf = QuotesApplication.class, level = Level.INTEGRATED)
class QuotesReadinessTest implements ReadinessChecks {}
