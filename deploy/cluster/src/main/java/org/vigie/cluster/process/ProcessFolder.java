package org.vigie.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names the files of all processes of a cluster: {@code logs/NAME.log}, {@code pids/NAME.pid}, {@code state/NAME}.
 *
 * @param root absolute path of the folder
 */
public record ProcessFolder(Path root) {
    public ProcessFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Returns the file of what a process prints. */
    public Path log(String process) {
        return made(root.resolve("logs")).resolve(process + ".log");
    }

    /** Returns the file with the process id. */
    public Path pid(String process) {
        return made(root.resolve("pids")).resolve(process + ".pid");
    }

    /** Returns the folder of a process's own data; it is the working directory of the process. */
    public Path state(String process) {
        return made(root.resolve("state").resolve(process));
    }

    /** Returns the folder of the configuration of a process. */
    public Path configuration(String process) {
        return made(root.resolve("configuration").resolve(process));
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written: choose another one", e);
        }
    }
}
