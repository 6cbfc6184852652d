package com.acme.tariff;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(includeServices = "com.acme..*Service", level = Level.TESTED)
class TariffReadinessTest implements ReadinessChecks {}
