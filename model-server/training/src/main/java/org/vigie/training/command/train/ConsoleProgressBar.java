package org.vigie.training.command.train;

import java.io.PrintStream;
import java.util.function.Consumer;

/** Shows a bar that fills as the parts of an ensemble are trained, and the part that was trained last. */
public final class ConsoleProgressBar implements Consumer<String> {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private final int parts;
    private int done;

    /** @param parts number of parts to train */
    public ConsoleProgressBar(PrintStream out, int parts) {
        this.out = out;
        this.parts = parts;
    }

    @Override
    public synchronized void accept(String what) {
        done++;
        int full = Math.min(WIDTH, WIDTH * done / parts);
        out.printf("[%s%s] %d of %d: %s%n", "#".repeat(full), "-".repeat(WIDTH - full), done, parts, what);
    }
}
