package com.acme.greeting

import dev.andon.Level
import dev.andon.OperationalReadiness
import dev.andon.ReadinessChecks
import dev.andon.RequireTests
import dev.andon.TestKind

@OperationalReadiness(packagesOf = [GreetingService::class], level = Level.NONE)
@RequireTests(kind = TestKind.UNIT)
@RequireTests(kind = TestKind.INTEGRATION)
class GreetingReadinessTest : ReadinessChecks
