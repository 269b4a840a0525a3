package org.vigie.training;

import java.io.PrintStream;
import java.util.Locale;
import org.vigie.training.learn.Learner;

/** One line per epoch: a bar that fills, then the losses. */
final class ConsoleProgress implements Learner.Progress {
    private static final int WIDTH = 30;

    private final PrintStream out;
    private int drawn = -1;

    ConsoleProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void batch(int epoch, int batch, int batches, double loss) {
        int full = WIDTH * batch / batches;
        if (full != drawn) {
            drawn = full;
            out.printf(
                    Locale.ROOT,
                    "\repoch %3d [%s%s] loss %.4f",
                    epoch,
                    "#".repeat(full),
                    "-".repeat(WIDTH - full),
                    loss);
            out.flush();
        }
    }

    @Override
    public void epoch(int epoch, double loss, double heldOutLoss, boolean best) {
        drawn = -1;
        out.printf(Locale.ROOT, "  held out %.4f%s%n", heldOutLoss, best ? "  best so far" : "");
    }
}
