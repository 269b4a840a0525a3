package org.vigie.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes a folder that only the owner of this process can enter, whatever the umask is. Nobody else can read the files in it. */
public record OwnersFolder(Path folder) {
    /** Makes the folder and its parents. A folder that exists keeps its mode: its owner chose it. */
    public Path make() throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        return Files.createDirectory(folder, owner);
    }
}
