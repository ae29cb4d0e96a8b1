;; Inner products of whole numbers, eight at a time: of vectors of 16 or 8 bits a number with a query's of 16. Places and
;; sizes are in bytes; $queryBytes are a multiple of 64, zeros standing behind the query's numbers.
;; inner-products.wasm is made of this by `npm run assemble`.
(module
  (import "vectors" "memory" (memory 1))

  ;; Of $count vectors of 16-bit numbers, each as long as the query, the inner products with it are written to $results as
  ;; 32-bit whole numbers, in the order in which the vectors' numbers stand at $ids.
  ;; What it returns means nothing: it keeps the reads ahead from being left out.
  (func (export "ofChosen")
    (param $ids i32) (param $count i32) (param $vectors i32)
    (param $query i32) (param $queryBytes i32) (param $results i32) (result i32)
    (local $i i32) (local $vector i32) (local $offset i32) (local $ahead i32)
    (local $even v128) (local $odd v128)

    ;; One number of each line of the processor's cache is read first, of all vectors: the memory fetches them side by
    ;; side while nothing waits for any. WebAssembly has no instruction to fetch ahead.
    (block $fetched
      (loop $fetch
        (br_if $fetched (i32.ge_u (local.get $i) (local.get $count)))
        (local.set $vector
          (call $place (local.get $ids) (local.get $i) (local.get $vectors) (local.get $queryBytes)))
        (local.set $offset (i32.const 0))
        (loop $line
          (local.set $ahead (i32.xor (local.get $ahead) (i32.load (i32.add (local.get $vector) (local.get $offset)))))
          (local.set $offset (i32.add (local.get $offset) (i32.const 64)))
          (br_if $line (i32.lt_u (local.get $offset) (local.get $queryBytes))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $fetch)))

    (local.set $i (i32.const 0))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
        (local.set $vector
          (call $place (local.get $ids) (local.get $i) (local.get $vectors) (local.get $queryBytes)))
        (local.set $even (v128.const i32x4 0 0 0 0))
        (local.set $odd (v128.const i32x4 0 0 0 0))
        (local.set $offset (i32.const 0))
        (loop $numbers
          (local.set $even
            (i32x4.add
              (local.get $even)
              (i32x4.dot_i16x8_s
                (v128.load (i32.add (local.get $vector) (local.get $offset)))
                (v128.load (i32.add (local.get $query) (local.get $offset))))))
          (local.set $odd
            (i32x4.add
              (local.get $odd)
              (i32x4.dot_i16x8_s
                (v128.load offset=16 (i32.add (local.get $vector) (local.get $offset)))
                (v128.load offset=16 (i32.add (local.get $query) (local.get $offset))))))
          (local.set $offset (i32.add (local.get $offset) (i32.const 32)))
          (br_if $numbers (i32.lt_u (local.get $offset) (local.get $queryBytes))))
        (call $store (local.get $results) (local.get $i) (i32x4.add (local.get $even) (local.get $odd)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (local.get $ahead))

  ;; Of $count rows of 8-bit numbers that stand one after the other, the inner products with the query, in the same form.
  ;; Behind a row that is shorter than the query, whatever is there is multiplied by the zeros.
  (func (export "ofRows")
    (param $rows i32) (param $count i32) (param $rowBytes i32)
    (param $query i32) (param $queryBytes i32) (param $results i32)
    (local $i i32) (local $offset i32) (local $even v128) (local $odd v128)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $i) (local.get $count)))
        (local.set $even (v128.const i32x4 0 0 0 0))
        (local.set $odd (v128.const i32x4 0 0 0 0))
        (local.set $offset (i32.const 0))
        (loop $numbers
          (local.set $even
            (i32x4.add
              (local.get $even)
              (i32x4.dot_i16x8_s
                (v128.load8x8_s (i32.add (local.get $rows) (i32.shr_u (local.get $offset) (i32.const 1))))
                (v128.load (i32.add (local.get $query) (local.get $offset))))))
          (local.set $odd
            (i32x4.add
              (local.get $odd)
              (i32x4.dot_i16x8_s
                (v128.load8x8_s offset=8 (i32.add (local.get $rows) (i32.shr_u (local.get $offset) (i32.const 1))))
                (v128.load offset=16 (i32.add (local.get $query) (local.get $offset))))))
          (local.set $offset (i32.add (local.get $offset) (i32.const 32)))
          (br_if $numbers (i32.lt_u (local.get $offset) (local.get $queryBytes))))
        (call $store (local.get $results) (local.get $i) (i32x4.add (local.get $even) (local.get $odd)))
        (local.set $rows (i32.add (local.get $rows) (local.get $rowBytes)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next))))

  ;; Rounds 32-bit floats to 16-bit numbers, $scale being what 1 becomes; of what does not fit, or is no number, the
  ;; nearest that does, or 0.
  (func (export "round") (param $floats i32) (param $numbers i32) (param $bytes i32) (param $scale f32)
    (local $offset i32) (local $from i32)
    (loop $next
      (local.set $from (i32.add (local.get $floats) (i32.shl (local.get $offset) (i32.const 1))))
      (v128.store
        (i32.add (local.get $numbers) (local.get $offset))
        (i16x8.narrow_i32x4_s
          (call $rounded (v128.load (local.get $from)) (local.get $scale))
          (call $rounded (v128.load offset=16 (local.get $from)) (local.get $scale))))
      (local.set $offset (i32.add (local.get $offset) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $offset) (local.get $bytes)))))

  (func $rounded (param $floats v128) (param $scale f32) (result v128)
    (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $floats) (f32x4.splat (local.get $scale))))))

  (func $place (param $ids i32) (param $i i32) (param $vectors i32) (param $bytes i32) (result i32)
    (i32.add
      (local.get $vectors)
      (i32.mul
        (i32.load (i32.add (local.get $ids) (i32.shl (local.get $i) (i32.const 2))))
        (local.get $bytes))))

  (func $store (param $results i32) (param $i i32) (param $sums v128)
    (i32.store
      (i32.add (local.get $results) (i32.shl (local.get $i) (i32.const 2)))
      (i32.add
        (i32.add (i32x4.extract_lane 0 (local.get $sums)) (i32x4.extract_lane 1 (local.get $sums)))
        (i32.add (i32x4.extract_lane 2 (local.get $sums)) (i32x4.extract_lane 3 (local.get $sums)))))))
