// The two kernels that training spends its time in, as machine code of this computer; they work in the memory of the WebAssembly
// kernels and give the same bits: every sum is taken in the same order, with a rounding after each product and each addition.
// See packages/kernels/assembly/convolution.ts for what each does and for the layout of planes.
#include <node_api.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

#include <cstdint>
#include <cstring>
#include <vector>

namespace {

typedef float Vector __attribute__((vector_size(64), aligned(4), may_alias));
constexpr int LANES = 16;
constexpr int GROUP = 8;

inline Vector splat(float value) { return value - Vector{}; }
inline Vector load(const float* at) { return *reinterpret_cast<const Vector*>(at); }

inline void storeActivated(float* to, Vector sum, float slope, int columns) {
  const Vector zero = {};
  const Vector result = (sum > zero ? sum : zero) + splat(slope) * (sum < zero ? sum : zero);
  if (columns == LANES)
    *reinterpret_cast<Vector*>(to) = result;
  else
    std::memcpy(to, &result, columns * sizeof(float));
}

/** One block: `GROUP` outputs (of which `outputs` are wanted) by `VECTORS` × 16 columns, the last of them `columns` wide in all. */
template <int VECTORS>
inline void block(const float* input, const float* packed, const float* bias, float* output, int inputs, int outputs,
                  int stride, int plane, float slope, int columns) {
  Vector sums[GROUP][VECTORS];
  for (int m = 0; m < GROUP; m++)
    for (int v = 0; v < VECTORS; v++) sums[m][v] = splat(bias[m]);
  const float* weights = packed;
  for (int c = 0; c < inputs; c++) {
    const float* line = input + static_cast<int64_t>(c) * plane - stride - 1;
    for (int dy = 0; dy < 3; dy++, line += stride) {
      for (int dx = 0; dx < 3; dx++, weights += GROUP) {
        Vector values[VECTORS];
        for (int v = 0; v < VECTORS; v++) values[v] = load(line + dx + v * LANES);
        for (int m = 0; m < GROUP; m++) {
          const Vector weight = splat(weights[m]);
          for (int v = 0; v < VECTORS; v++) sums[m][v] = sums[m][v] + weight * values[v];
        }
      }
    }
  }
  for (int m = 0; m < outputs; m++) {
    for (int v = 0; v < VECTORS; v++) {
      const int left = columns - v * LANES;
      storeActivated(output + static_cast<int64_t>(m) * plane + v * LANES, sums[m][v], slope,
                     left < LANES ? left : LANES);
    }
  }
}

/** Weights `[out][in][3][3]` of `GROUP` outputs to `[in][tap][GROUP]`; what is missing of a group is zero. */
void packWeights(const float* weight, int first, int inputs, int outputs, std::vector<float>& packed) {
  const int taps = 9 * inputs;
  packed.assign(static_cast<size_t>(taps) * GROUP, 0.0f);
  for (int m = 0; m < GROUP && first + m < outputs; m++)
    for (int t = 0; t < taps; t++) packed[t * GROUP + m] = weight[static_cast<int64_t>(first + m) * taps + t];
}

void convolve(const float* input, const float* weight, const float* bias, float* output, int inputs, int outputs,
              int height, int width, int stride, int plane, float slope) {
  static thread_local std::vector<float> packed;
  for (int first = 0; first < outputs; first += GROUP) {
    packWeights(weight, first, inputs, outputs, packed);
    const int wanted = outputs - first < GROUP ? outputs - first : GROUP;
    float biases[GROUP] = {};
    for (int m = 0; m < wanted && bias != nullptr; m++) biases[m] = bias[first + m];
    for (int y = 0; y < height; y++) {
      const int64_t row = static_cast<int64_t>(y) * stride;
      float* to = output + static_cast<int64_t>(first) * plane + row;
      int x = 0;
      for (; width - x > LANES; x += 2 * LANES)
        block<2>(input + row + x, packed.data(), biases, to + x, inputs, wanted, stride, plane, slope,
                 width - x < 2 * LANES ? width - x : 2 * LANES);
      for (; x < width; x += LANES)
        block<1>(input + row + x, packed.data(), biases, to + x, inputs, wanted, stride, plane, slope, width - x);
    }
  }
}

/** The same four columns for four outputs: lane `4 m + i` meets column `i`. */
inline Vector repeat(const float* at) {
#ifdef __AVX512F__
  return reinterpret_cast<Vector>(_mm512_broadcast_f32x4(_mm_loadu_ps(at)));
#else
  return Vector{at[0], at[1], at[2], at[3], at[0], at[1], at[2], at[3],
                at[0], at[1], at[2], at[3], at[0], at[1], at[2], at[3]};
#endif
}

inline float sumOfFour(const Vector& v, int from) { return (v[from] + v[from + 1]) + (v[from + 2] + v[from + 3]); }

constexpr int OUTPUTS = 4;

/** Gradients of four outputs side by side, rows -1 to `height`, in steps of four columns. */
void packGradients(const float* gradient, int first, int outputs, int height, int steps, int stride, int plane,
                   std::vector<float>& packed) {
  packed.assign(static_cast<size_t>(height + 2) * steps * LANES, 0.0f);
  for (int y = 0; y < height; y++) {
    float* to = packed.data() + static_cast<size_t>(y + 1) * steps * LANES;
    for (int m = 0; m < OUTPUTS && first + m < outputs; m++) {
      const float* from = gradient + static_cast<int64_t>(first + m) * plane + static_cast<int64_t>(y) * stride;
      for (int s = 0; s < steps; s++) std::memcpy(to + s * LANES + 4 * m, from + 4 * s, 4 * sizeof(float));
    }
  }
}

template <int CHANNELS>
inline void correlate(const float* input, const float* packed, float* weightGradient, int inputs, int outputs,
                      int height, int steps, int stride, int plane) {
  Vector sums[CHANNELS][9] = {};
  const int row = steps * LANES;
  for (int y = 0; y < height; y++) {
    const float* middle = packed + static_cast<int64_t>(y + 1) * row;
    const float* line = input + static_cast<int64_t>(y) * stride - 1;
    for (int s = 0; s < steps; s++) {
      const Vector below = load(middle + row + s * LANES);
      const Vector here = load(middle + s * LANES);
      const Vector above = load(middle - row + s * LANES);
      for (int c = 0; c < CHANNELS; c++) {
        const float* from = line + static_cast<int64_t>(c) * plane + 4 * s;
        for (int dx = 0; dx < 3; dx++) {
          const Vector value = repeat(from + dx);
          sums[c][dx] = sums[c][dx] + below * value;
          sums[c][3 + dx] = sums[c][3 + dx] + here * value;
          sums[c][6 + dx] = sums[c][6 + dx] + above * value;
        }
      }
    }
  }
  for (int m = 0; m < outputs; m++)
    for (int c = 0; c < CHANNELS; c++)
      for (int t = 0; t < 9; t++)
        weightGradient[(static_cast<int64_t>(m) * inputs + c) * 9 + t] += sumOfFour(sums[c][t], 4 * m);
}

void convolveWeightGradient(const float* input, const float* gradient, float* weightGradient, int inputs, int outputs,
                            int height, int width, int stride, int plane) {
  static thread_local std::vector<float> packed;
  const int steps = (width + 3) / 4;
  for (int first = 0; first < outputs; first += OUTPUTS) {
    packGradients(gradient, first, outputs, height, steps, stride, plane, packed);
    const int wanted = outputs - first < OUTPUTS ? outputs - first : OUTPUTS;
    float* to = weightGradient + static_cast<int64_t>(first) * inputs * 9;
    int c = 0;
    for (; c + 2 <= inputs; c += 2)
      correlate<2>(input + static_cast<int64_t>(c) * plane, packed.data(), to + c * 9, inputs, wanted, height, steps,
                   stride, plane);
    for (; c < inputs; c++)
      correlate<1>(input + static_cast<int64_t>(c) * plane, packed.data(), to + c * 9, inputs, wanted, height, steps,
                   stride, plane);
  }
}

/** Arguments of a call: the memory, then numbers. */
struct Call {
  static constexpr int MOST = 12;
  char* memory = nullptr;
  double numbers[MOST] = {};

  Call(napi_env env, napi_callback_info info) {
    size_t count = MOST + 1;
    napi_value values[MOST + 1];
    napi_get_cb_info(env, info, &count, values, nullptr, nullptr);
    void* data = nullptr;
    size_t length = 0;
    if (napi_get_arraybuffer_info(env, values[0], &data, &length) == napi_ok) memory = static_cast<char*>(data);
    for (size_t i = 1; i < count; i++) napi_get_value_double(env, values[i], &numbers[i - 1]);
  }
  float* floats(int i) const { return reinterpret_cast<float*>(memory + static_cast<int64_t>(numbers[i])); }
  int whole(int i) const { return static_cast<int>(numbers[i]); }
};

napi_value conv3x3(napi_env env, napi_callback_info info) {
  const Call call(env, info);
  if (call.memory == nullptr) return nullptr;
  convolve(call.floats(0), call.floats(1), call.numbers[2] == 0 ? nullptr : call.floats(2), call.floats(3),
           call.whole(4), call.whole(5), call.whole(6), call.whole(7), call.whole(8), call.whole(9),
           static_cast<float>(call.numbers[10]));
  return nullptr;
}

napi_value conv3x3WeightGradient(napi_env env, napi_callback_info info) {
  const Call call(env, info);
  if (call.memory == nullptr) return nullptr;
  convolveWeightGradient(call.floats(0), call.floats(1), call.floats(2), call.whole(3), call.whole(4), call.whole(5),
                         call.whole(6), call.whole(7), call.whole(8));
  return nullptr;
}

}  // namespace

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, "conv3x3", NAPI_AUTO_LENGTH, conv3x3, nullptr, &function);
  napi_set_named_property(env, exports, "conv3x3", function);
  napi_create_function(env, "conv3x3WeightGradient", NAPI_AUTO_LENGTH, conv3x3WeightGradient, nullptr, &function);
  napi_set_named_property(env, exports, "conv3x3WeightGradient", function);
  return exports;
}
