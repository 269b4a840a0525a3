package org.vigie.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Prints one line for each part of the ward as it starts. */
public final class WardConsole {
    private final PrintStream out;
    private final Instant begun = Instant.now();

    public WardConsole(PrintStream out) {
        this.out = out;
    }

    /** Prints that a part is there, with the time since the start. */
    public synchronized void up(String part, String address) {
        out.printf("%5.1f s  %-18s %s%n", sinceBegun(Instant.now()).toMillis() / 1000.0, part, address);
    }

    public synchronized void print(String sentence) {
        out.println(sentence);
    }

    Duration sinceBegun(Instant instant) {
        return Duration.between(begun, instant);
    }
}
