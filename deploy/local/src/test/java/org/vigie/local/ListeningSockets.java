package org.vigie.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the addresses on which a process of this machine listens, as Linux reports them under {@code /proc}.
 *
 * @param process number of the process
 */
record ListeningSockets(long process) {
    private static final String LISTENING = "0A";
    private static final int ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int WORD = 4;

    /** Returns the address of each socket. */
    List<InetAddress> addresses() throws IOException {
        Set<String> own = inodes();
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc", Long.toString(process), "net", table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[STATE].equals(LISTENING) && own.contains(fields[INODE]))
                .map(fields -> address(fields[ADDRESS]))
                .toList();
    }

    private Set<String> inodes() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            return files.map(ListeningSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    /** Returns an empty text for a file that was closed meanwhile. */
    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new AssertionError(table + " cannot be read", e);
        }
    }

    /** The kernel writes each word of an address with its last byte first. */
    private static InetAddress address(String text) {
        byte[] bytes = HexFormat.of().parseHex(text.substring(0, text.indexOf(':')));
        byte[] ordered = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            ordered[at] = bytes[at / WORD * WORD + WORD - 1 - at % WORD];
        }
        try {
            return InetAddress.getByAddress(ordered);
        } catch (UnknownHostException e) {
            throw new AssertionError(text, e);
        }
    }
}
