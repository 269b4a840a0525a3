package org.vigie.training;

import java.io.IOException;
import java.util.List;
import org.vigie.inference.bundle.ModelException;

/** One of {@code ./vigie}'s commands. Exit 0 when done, 2 when asked wrongly, 1 when the data or the model do not allow it. */
record Command(String name, String usage, Work work) {
    interface Work {
        /** @throws IllegalArgumentException when asked wrongly */
        void run(String... arguments) throws IOException;
    }

    int run(String... arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(usage);
            return 0;
        }
        try {
            work.run(arguments);
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        } catch (IOException | ModelException e) {
            System.err.println(name + ": " + e.getMessage());
            return 1;
        }
    }
}
