package dev.andon.internal.evidence.coverage;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Puts a seal behind all that the agent writes: a session without data, whose id tells the checksum of what stands before
 * it. The exec format has none, so that a probe which turns over on disk would pass for covered code.
 */
final class SealingAgent implements Agent {

    private static final int HEADER_LENGTH = 5;
    private static final int SESSION = 0x10;
    private static final int PATIENCE = 100;

    private final Agent agent;
    private final Path execFile;
    private long sealed;

    SealingAgent(Agent agent, Path execFile) {
        this.agent = agent;
        this.execFile = execFile;
        this.sealed = execFile.toFile().length();
    }

    @Override
    public String sessionId() {
        return agent.sessionId();
    }

    @Override
    public void nameSession(String id) {
        agent.nameSession(id);
    }

    @Override
    public void dump() throws IOException {
        agent.dump();
        if (Files.exists(execFile)) {
            seal();
        }
    }

    private void seal() throws IOException {
        try (FileChannel channel = FileChannel.open(execFile, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (lock(channel) == null) {
                // Another thread keeps writing: the next seal covers this part too.
                return;
            }
            long end = channel.size();
            // A file that became shorter was begun anew.
            long from = sealed <= end ? sealed : 0;
            byte[] written = read(channel, from, (int) (end - from));
            if (written.length > 0) {
                ByteBuffer seal = ByteBuffer.wrap(seal(read(channel, 0, HEADER_LENGTH), Seal.of(written)));
                for (long at = end; seal.hasRemaining(); ) {
                    at += channel.write(seal, at);
                }
            }
            // The next seal covers this one too, so that nothing between two of them can get lost.
            sealed = end;
        }
    }

    /** Waits for others, in this JVM or another, and gives up in time. The lock goes with the channel. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        for (int tries = 0; tries < PATIENCE; tries++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException heldInThisJvm) {
                // The agent itself is writing.
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the exec file became shorter while it was read");
            }
        }
        return bytes.array();
    }

    /** A session of its own, under the header that the agent itself wrote. */
    private static byte[] seal(byte[] header, Seal seal) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            long now = System.currentTimeMillis();
            out.write(header);
            out.writeByte(SESSION);
            out.writeUTF(seal.sessionId());
            out.writeLong(now);
            out.writeLong(now);
        }
        return bytes.toByteArray();
    }
}
