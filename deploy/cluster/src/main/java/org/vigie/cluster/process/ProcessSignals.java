package org.vigie.cluster.process;

/**
 * Sends signals to a process and limits its files.
 *
 * @param name for messages
 */
public record ProcessSignals(String name, long pid) {
    /** Halts the process as SIGSTOP does; its connections stay open. */
    public void pause() {
        signal("-STOP");
    }

    /** Lets a halted process go on. */
    public void resume() {
        signal("-CONT");
    }

    /** Asks the process to end, as SIGTERM does, and does not wait. */
    public void terminate() {
        signal("-TERM");
    }

    /** Lets every write fail that makes a file longer, as on a full disk. A process that has ended is left alone. */
    public void stopFilesGrowing() {
        limitFiles("1");
    }

    /** Lets the files of the process grow again. A process that has ended is left alone. */
    public void letFilesGrow() {
        limitFiles("unlimited");
    }

    private void limitFiles(String bytes) {
        var unused = SystemCommand.of("prlimit", "--pid", Long.toString(pid), "--fsize=" + bytes + ":unlimited")
                .run();
    }

    private void signal(String option) {
        if (!SystemCommand.of("kill", option, Long.toString(pid)).run().isGood()) {
            throw new IllegalStateException(name + " did not take the signal " + option);
        }
    }
}
