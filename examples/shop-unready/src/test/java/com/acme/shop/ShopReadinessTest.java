package com.acme.shop;

import dev.andon.KeyOperation;
import dev.andon.Level;
import dev.andon.OperationalReadiness;
import dev.andon.ReadinessChecks;
import dev.andon.RequireCanaries;
import dev.andon.RequireProof;

/** EXPECTED.md lists each result that fails here. */
@OperationalReadiness(packagesOf = ShopApplication.class, level = Level.INTEGRATED)
@RequireCanaries
@RequireProof(services = {WishController.class, StockController.class})
@KeyOperation(name = "browse the products", route = "GET /products")
@KeyOperation(name = "see what is left", route = "GET /stock/{sku}")
@KeyOperation(name = "place an order", route = "POST /orders")
@KeyOperation(name = "see the bill", route = "GET /checkout/{id}")
@KeyOperation(name = "get a refund", route = "POST /refunds/{id}")
class ShopReadinessTest implements ReadinessChecks {}
