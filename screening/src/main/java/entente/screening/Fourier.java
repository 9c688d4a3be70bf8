package entente.screening;

/// The discrete Fourier transform of complex series of one length, a power of two, in place.
public final class Fourier {
    private final int length;
    private final int[] turned;
    private final float[] cosine;
    private final float[] sine;

    public Fourier(int length) {
        if (length < 2 || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("a length is a power of two, was: " + length);
        }
        this.length = length;
        this.turned = new int[length];
        int bits = Integer.numberOfTrailingZeros(length);
        for (int i = 0; i < length; i++) {
            turned[i] = Integer.reverse(i) >>> (32 - bits);
        }
        this.cosine = new float[length / 2];
        this.sine = new float[length / 2];
        for (int i = 0; i < length / 2; i++) {
            cosine[i] = (float) Math.cos(2 * Math.PI * i / length);
            sine[i] = (float) Math.sin(2 * Math.PI * i / length);
        }
    }

    /// X(k) = sum of x(n) exp(-2 pi i k n / length).
    public void forward(float[] re, float[] im) {
        for (int i = 0; i < length; i++) {
            int j = turned[i];
            if (j > i) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        for (int half = 1; half < length; half *= 2) {
            int step = length / (2 * half);
            for (int start = 0; start < length; start += 2 * half) {
                for (int k = 0; k < half; k++) {
                    float c = cosine[k * step];
                    float s = sine[k * step];
                    int a = start + k;
                    int b = a + half;
                    float x = re[b] * c + im[b] * s;
                    float y = im[b] * c - re[b] * s;
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    /// x(n) = sum of X(k) exp(2 pi i k n / length), without the division by the length.
    public void backward(float[] re, float[] im) {
        forward(im, re);
    }

    private static void swap(float[] values, int i, int j) {
        float held = values[i];
        values[i] = values[j];
        values[j] = held;
    }
}
