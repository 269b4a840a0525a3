package org.vigie.access.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one state of a file from another.
 *
 * @param written when its bytes were written last
 * @param changed when its bytes, its mode or its name changed last
 */
record FileStamp(FileTime written, FileTime changed) {
    private static final Logger LOG = LoggerFactory.getLogger(FileStamp.class);
    static final FileStamp NO_FILE = new FileStamp(FileTime.fromMillis(0), FileTime.fromMillis(0));

    /** Returns {@link #NO_FILE} for a file that is not there or cannot be looked at. */
    static FileStamp of(Path file) {
        try {
            return new FileStamp(Files.getLastModifiedTime(file), (FileTime) Files.getAttribute(file, "unix:ctime"));
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at", file, e);
            return NO_FILE;
        }
    }
}
