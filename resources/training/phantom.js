"use strict";
// Invented volumes: ellipsoids of tissue in air, different for each patient, study and series. Values are like Hounsfield's.

class Phantom {
    static size = 256;

    constructor(seed, kind, slices) {
        this.state = seed >>> 0;
        this.slices = slices;
        this.kind = kind;
        this.noise = new Int8Array(65536).map(() => (this.next() - this.next()) * 40);
        this.bodies = kind === "head" ? this.head() : this.trunk();
        this.cache = new Map();
    }

    // mulberry32: the same patient looks the same at every opening.
    next() {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    }

    between(low, high) {
        return low + (high - low) * this.next();
    }

    body(value, x, y, z, a, b, c, angle = 0) {
        return { value, x, y, z, a, b, c, cos: Math.cos(angle), sin: Math.sin(angle) };
    }

    head() {
        const wide = this.between(0.62, 0.72);
        const parts = [this.body(900, 0, 0, 0, wide, 0.84, 1.1), this.body(35, 0, 0, 0, wide - 0.06, 0.78, 1.02)];
        for (const side of [-1, 1])
            parts.push(this.body(8, side * this.between(0.12, 0.2), this.between(-0.2, 0.1), 0,
                this.between(0.05, 0.11), this.between(0.18, 0.32), 0.5, side * 0.3));
        return this.withSpots(parts, 7, 0.4, 20, 75);
    }

    trunk() {
        const wide = this.between(0.8, 0.93);
        const high = this.between(0.58, 0.7);
        const parts = [this.body(-90, 0, 0, 0, wide, high, 3), this.body(45, 0, 0, 0, wide - 0.08, high - 0.08, 3)];
        for (const side of [-1, 1])
            parts.push(this.body(-820, side * this.between(0.36, 0.43), this.between(-0.1, 0), 0.3,
                this.between(0.24, 0.31), this.between(0.34, 0.42), 1, side * this.between(0, 0.2)));
        parts.push(this.body(60, 0.12, -0.12, 0.2, this.between(0.2, 0.28), this.between(0.18, 0.25), 0.6, 0.5));
        parts.push(this.body(700, 0, high - 0.2, 0, 0.1, 0.1, 3), this.body(40, 0, high - 0.2, 0, 0.035, 0.035, 3));
        for (let rib = 0; rib < 12; ++rib)
            for (const side of [-1, 1])
                parts.push(this.body(600, side * (wide - 0.13), 0.15 - 0.04 * (rib % 4), -1 + rib / 6, 0.03, 0.13, 0.06, side * 0.5));
        return this.withSpots(parts, 9, 0.5, 70, 220);
    }

    // What makes one patient unlike another at a glance.
    withSpots(parts, count, reach, low, high) {
        for (let i = 0; i < count; ++i)
            parts.push(this.body(this.between(low, high), this.between(-reach, reach), this.between(-reach, reach),
                this.between(-0.9, 0.9), this.between(0.02, 0.1), this.between(0.02, 0.1), this.between(0.1, 0.5), this.between(0, 3)));
        return parts;
    }

    slice(index) {
        const known = this.cache.get(index);
        if (known)
            return known;
        const size = Phantom.size;
        const values = new Int16Array(size * size).fill(-1000);
        const depth = this.slices > 1 ? (index / (this.slices - 1)) * 2 - 1 : 0;
        for (const part of this.bodies) {
            const left = 1 - ((depth - part.z) / part.c) ** 2;
            if (left <= 0)
                continue;
            const a = part.a * Math.sqrt(left);
            const b = part.b * Math.sqrt(left);
            const reach = Math.max(a, b);
            const first = (v) => Math.max(0, Math.floor(((v - reach + 1) / 2) * size));
            const last = (v) => Math.min(size - 1, Math.ceil(((v + reach + 1) / 2) * size));
            for (let row = first(part.y); row <= last(part.y); ++row)
                for (let column = first(part.x); column <= last(part.x); ++column) {
                    const x = (column / size) * 2 - 1 - part.x;
                    const y = (row / size) * 2 - 1 - part.y;
                    const u = (x * part.cos + y * part.sin) / a;
                    const v = (y * part.cos - x * part.sin) / b;
                    if (u * u + v * v <= 1)
                        values[row * size + column] = part.value;
                }
        }
        for (let i = 0; i < values.length; ++i)
            values[i] += this.noise[(i * 31 + index * 7919) & 65535];
        this.cache.set(index, values);
        return values;
    }

    picture(index, width, center) {
        const values = this.slice(index);
        const image = new ImageData(Phantom.size, Phantom.size);
        const low = center - width / 2;
        for (let i = 0; i < values.length; ++i) {
            const grey = ((values[i] - low) / width) * 255;
            image.data[i * 4] = image.data[i * 4 + 1] = image.data[i * 4 + 2] = grey;
            image.data[i * 4 + 3] = 255;
        }
        return image;
    }
}
