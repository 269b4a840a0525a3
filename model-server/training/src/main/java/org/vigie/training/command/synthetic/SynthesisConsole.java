package org.vigie.training.command.synthetic;

import java.io.PrintStream;
import java.util.Locale;
import org.vigie.training.command.train.ConsoleProgressBar;
import org.vigie.training.synthetic.SynthesisListener;

/** Shows the progress of a synthesis: a bar for the training of a network, then the number of stays. */
final class SynthesisConsole implements SynthesisListener {
    private static final int PARTS = 40;
    private static final int PROGRESS = 100;

    private final PrintStream out;
    private final int stays;
    private final ConsoleProgressBar bar;
    private int shown;

    /** @param stays number of stays to make */
    SynthesisConsole(PrintStream out, int stays) {
        this.out = out;
        this.stays = stays;
        bar = new ConsoleProgressBar(out, PARTS);
    }

    @Override
    public void trained(int step, double share, double distance) {
        for (; shown < (int) (share * PARTS); shown++) {
            bar.accept(String.format(Locale.ROOT, "step %d, distance %.2f", step, distance));
        }
    }

    @Override
    public void made(int made) {
        if (made % PROGRESS == 0 || made == stays) {
            out.printf("%d of %d stays%n", made, stays);
        }
    }
}
