package org.vigie.cluster.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.cluster.process.ProcessFolder;

/**
 * Holds the file systems of the processes whose disk becomes full in a run. Where none can be mounted, which needs root, a limit of the
 * kernel on the files of the process takes its place.
 */
final class SmallDisks implements AutoCloseable {
    private static final String LIMITED = "disk-full limits the files of a process: no file system can be mounted: ";
    private static final String FILLED = "disk-full fills the file systems of ";

    private final List<SmallDisk> disks = new ArrayList<>();
    private final ProcessFolder folder;

    private SmallDisks(ProcessFolder folder) {
        this.folder = folder;
    }

    /**
     * Mounts a file system for each process that a disk fault will hit, before the processes start.
     *
     * @param progress takes one line that says which way disks become full
     */
    static SmallDisks mount(ProcessFolder folder, List<PlannedFault> faults, Consumer<String> progress) {
        var disks = new SmallDisks(folder);
        List<String> names = targets(faults);
        Optional<String> failure = disks.addAll(names);
        if (!names.isEmpty()) {
            progress.accept(failure.map(LIMITED::concat).orElse(FILLED + String.join(", ", names)));
        }
        return disks;
    }

    /** Mounts file systems, or none when one of them throws. @return why one cannot be mounted; empty when all are */
    private Optional<String> addAll(List<String> names) {
        try {
            return names.stream().map(this::add).flatMap(Optional::stream).findFirst();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Mounts one file system. @return why it cannot be mounted; empty when it is */
    private Optional<String> add(String name) {
        var disk = new SmallDisk(folder.state(name));
        Optional<String> failure = disk.mount();
        if (failure.isEmpty()) {
            disks.add(disk);
        }
        return failure;
    }

    /** Returns the processes whose disk becomes full. */
    static List<String> targets(List<PlannedFault> faults) {
        return faults.stream()
                .filter(fault -> fault.kind() == FaultKind.DISK_FULL)
                .map(PlannedFault::target)
                .distinct()
                .toList();
    }

    /** Returns the file system of a process; empty when it has none of its own. */
    Optional<SmallDisk> of(String process) {
        return disks.stream()
                .filter(disk -> disk.folder().equals(folder.state(process)))
                .findFirst();
    }

    /** Unmounts them; the folders hold afterwards what the processes wrote. */
    @Override
    public void close() {
        disks.forEach(SmallDisk::unmount);
    }
}
