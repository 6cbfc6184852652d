package com.acme.greeting

import dev.andon.OperationalReadiness
import dev.andon.ReadinessChecks
import dev.andon.RequireTests
import dev.andon.TestKind

@OperationalReadiness(packagesOf = [GreetingService::class])
@RequireTests(kind = TestKind.UNIT)
@RequireTests(kind = TestKind.INTEGRATION)
class GreetingReadinessTest : ReadinessChecks
