package com.acme.theatre

import dev.andon.OperationalReadiness
import dev.andon.ReadinessChecks

@OperationalReadiness(packagesOf = [TheatreApplication::class])
class TheatreReadinessIT : ReadinessChecks
