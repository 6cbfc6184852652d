package com.acme.parcel;

import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;

@OperationalReadiness(includeServices = "com.acme..*Service", level = Level.TESTED)
class ParcelReadinessTest implements ReadinessChecks {}
