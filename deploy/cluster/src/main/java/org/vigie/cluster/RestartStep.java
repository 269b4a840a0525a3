package org.vigie.cluster;

/** Changes one part of a running ward to another build, and back. */
interface RestartStep {
    /** Returns the name of the process or of the job. */
    String name();

    /**
     * Starts the part with the next build and returns when it works.
     *
     * @throws RuntimeException when it does not; the sentence says what is missing
     */
    void change() throws InterruptedException;

    /**
     * Starts the part as it was before {@link #change}, which may have failed half way, and returns when it works.
     *
     * @throws RuntimeException when it does not; the sentence says what is missing
     */
    void takeBack() throws InterruptedException;
}
