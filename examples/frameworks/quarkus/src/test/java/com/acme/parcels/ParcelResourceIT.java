package com.acme.parcels;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

/** The application on a port and a PostgreSQL of its own. */
@QuarkusTest
@QuarkusTestResource(ParcelsDatabase.class)
class ParcelResourceIT {

    @Test
    void reads_what_it_accepted() {
        given().contentType(ContentType.JSON)
                .body(new Parcel("P-1", "north", 1_200))
                .post("/parcels")
                .then()
                .statusCode(201)
                .header("Location", endsWith("/parcels/P-1"));

        given().get("/parcels/P-1").then().statusCode(200).body("grams", equalTo(1_200));
    }

    @Test
    void accepts_a_code_once() {
        Parcel parcel = new Parcel("P-2", "north", 300);
        given().contentType(ContentType.JSON).body(parcel).post("/parcels").then().statusCode(201);

        given().contentType(ContentType.JSON).body(parcel).post("/parcels").then().statusCode(409);
    }

    @Test
    void does_not_find_an_unknown_code() {
        given().get("/parcels/P-3").then().statusCode(404);
    }
}
