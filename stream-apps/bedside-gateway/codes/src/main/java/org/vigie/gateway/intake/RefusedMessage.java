package org.vigie.gateway.intake;

/**
 * A message of which nothing is taken.
 *
 * @param sender who sent it, as far as that can be told
 * @param raw as sent
 * @param why the field and what was expected there: {@code readings: must be a list}; never anything of a patient
 * @param readings how many readings it holds, as far as that can be told
 * @param malformed whether it cannot be read at all; else it is well-formed and not acceptable
 */
public record RefusedMessage(
        IntakeProtocol protocol, String sender, byte[] raw, String why, int readings, boolean malformed) {
    /** The field that is wrong: what {@link #why} says before its colon, without counters; empty when it says none. */
    public String field() {
        int colon = why.indexOf(": ");
        String field = colon < 0 ? "" : why.substring(0, colon).replaceAll("\\[[0-9]*]|#[0-9]+", "");
        return field.matches("[A-Za-z][A-Za-z0-9_.\\-\\[\\] ]{0,79}") ? field : "";
    }
}
