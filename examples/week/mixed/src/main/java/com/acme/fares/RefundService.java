package com.acme.fares;

/** What comes back of a fare for a train that is late. */
public class RefundService {

    public int cents(int fare, int minutesLate) {
        return minutesLate < 60 ? 0 : fare / (minutesLate < 120 ? 4 : 2);
    }
}
