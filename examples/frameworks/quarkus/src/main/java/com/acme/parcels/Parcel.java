package com.acme.parcels;

public record Parcel(String code, String depot, int grams) {}
