package org.vigie.cli;

/**
 * Holds the licence of one library of a release.
 *
 * @param library group, name and version
 * @param licence as the bill of materials names it; several are separated by {@code or}; empty when it names none
 * @param accepted whether one of them is on the list of accepted licences
 */
record LibraryLicence(String library, String licence, boolean accepted) {
    /** Returns the row of the report. */
    String line() {
        return library + "," + licence.replace(',', ';') + "," + accepted;
    }
}
