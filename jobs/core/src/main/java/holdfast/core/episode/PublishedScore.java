package holdfast.core.episode;

import holdfast.core.bytes.ByteReader;
import holdfast.core.bytes.ByteWriter;
import holdfast.core.bytes.CorruptBytesException;

/** The score of one outcome as it was last published. Not thread-safe. */
public final class PublishedScore {

    private final int outcomeId;
    private float probability;
    private int bandCode;

    public PublishedScore(int outcomeId) {
        this.outcomeId = outcomeId;
    }

    /** The outcome. */
    public int outcomeId() {
        return outcomeId;
    }

    /** The probability, to float precision. */
    public double probability() {
        return probability;
    }

    /** Code of the band; 0 when nothing was published. */
    public int bandCode() {
        return bandCode;
    }

    /** Remembers what is published now. */
    public void publish(double newProbability, int newBandCode) {
        probability = (float) newProbability;
        bandCode = newBandCode;
    }

    /** Writes six bytes. */
    public void write(ByteWriter out) {
        out.writeByte(outcomeId);
        out.writeFloat(probability);
        out.writeByte(bandCode);
    }

    /** Reads what {@link #write} wrote; its outcome must lie above the one read before. */
    static PublishedScore read(ByteReader in, int outcomeBefore) {
        PublishedScore score =
                new PublishedScore(in.readByte(outcomeBefore + 1, Episode.OUTCOMES_MAX));
        float probability = in.readFloat();
        if (!(probability >= 0 && probability <= 1)) {
            throw new CorruptBytesException("a probability of " + probability);
        }
        score.publish(probability, in.readByte());
        return score;
    }
}
