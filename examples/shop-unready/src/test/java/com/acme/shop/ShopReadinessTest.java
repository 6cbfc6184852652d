package com.acme.shop;

import dev.andon.KeyOperation;
import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireCanaries;
import dev.andon.RequireTests;
import dev.andon.TestKind;

/** EXPECTED.md says row by row what is red here. */
@OperationalReadiness(packagesOf = ShopApplication.class, level = Level.INTEGRATED)
@RequireTests(kind = TestKind.UNIT)
@RequireTests(kind = TestKind.INTEGRATION)
@RequireCanaries
@KeyOperation(name = "browse the products", of = "GET /products")
@KeyOperation(name = "see what is left", of = "GET /stock/{sku}")
@KeyOperation(name = "place an order", of = "POST /orders")
@KeyOperation(name = "see the bill", of = "GET /checkout/{id}")
@KeyOperation(name = "get a refund", of = "POST /refunds/{id}")
class ShopReadinessTest implements ReadinessChecks {}
