package com.acme.parcel;

/** What a parcel costs by its weight. */
public class ParcelService {

    public int cents(int grams) {
        if (grams <= 0) {
            throw new IllegalArgumentException("A parcel of " + grams + " g");
        }
        return grams <= 1000 ? 490 : 790;
    }
}
