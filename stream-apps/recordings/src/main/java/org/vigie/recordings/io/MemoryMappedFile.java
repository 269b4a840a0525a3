package org.vigie.recordings.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.vigie.recordings.MalformedRecordingFile;

/** Provides the bytes of a large file, which stay on the disk. */
public final class MemoryMappedFile {
    private MemoryMappedFile() {}

    /** @throws MalformedRecordingFile when it has more than 2 GB */
    public static ByteBuffer of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > Integer.MAX_VALUE) {
                throw new MalformedRecordingFile(file + ": must have at most 2 GB, has " + channel.size() + " bytes");
            }
            return channel.size() == 0 ? ByteBuffer.allocate(0) : channel.map(MapMode.READ_ONLY, 0, channel.size());
        }
    }
}
