package org.quanlian.itests.crash;

/**
 * A trace of a write that can be read in the node: a move on a timeline, a payment, a booking.
 *
 * @param subject the claim or the order that it is about; empty for what concerns none
 * @param what what is there
 */
record Mark(String subject, String what) {
    @Override
    public String toString() {
        return subject.isEmpty() ? what : subject + ": " + what;
    }
}
